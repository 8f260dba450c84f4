export type InstantText = string;

export type DayText = string;

export type Flag = number;
