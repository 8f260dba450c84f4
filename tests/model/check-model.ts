import fc from 'fast-check';
import { NOW } from '../support/service.ts';
import { COMMANDS } from './commands.ts';
import { realService } from './real-service.ts';
import { emptyModel } from './ticket-model.ts';

/**
 * Does random things to a fresh service and to the model of it, and compares them after each; throws on the first
 * divergence, with the shortest way there and its seed.
 */
export async function checkModel(plan: { runs: number; commands: number; seed?: number }): Promise<void> {
  const anyStory = fc.commands(COMMANDS, { maxCommands: plan.commands, size: 'max' });
  const staysAlike = fc.asyncProperty(anyStory, async (story) => {
    const real = await realService();
    try {
      await fc.asyncModelRun(() => ({ model: emptyModel(NOW.epochMilliseconds), real }), story);
    } finally {
      await real.discard();
    }
  });
  await fc.assert(staysAlike, { numRuns: plan.runs, ...(plan.seed !== undefined && { seed: plan.seed }) });
}
