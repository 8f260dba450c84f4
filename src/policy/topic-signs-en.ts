import type { Topic } from '../contract/lists.ts';

const UPDATE = 'update/updating/updated/upgrade';
const BROKEN = 'not/cannot/fails/failed/broke/broken/error/errors/down/gone/missing/blank/empty/white';

/** Signs of owners' English. */
export const ENGLISH_SIGNS: Partial<Record<Topic, string>> = {
  configuration:
    'configur, setting, set up, turn on/off, switch on/off, enable/disable, how set/configur/enable/disable/connect, where set/change/turn, free delivery/shipping, shipping cost/method, delivery cost/method, payment method, discount threshold, vat rate, what does option, currency, payu/blik/inpost/ceneo/allegro/baselinker',
  running:
    'order/orders, product, report, invoice, customer, stock, returns, categor, coupon, discount code, how import, how import csv/xml, update price/stock/details, change status/price',
  outage:
    'outage, hacked, break-in, shop/store/site/panel/website down, shop/store/site/panel/website does not work/load/open, not load/open/work+shop/store/site/panel, cannot place/order/buy/checkout, cannot log panel, white/blank screen/page',
  installation: 'install, first installation, bought+install, how install shop/program',
  updates:
    'download update/upgrade/version/patch, where update/patch/download, access update/patch, not see update account',
  security:
    'vulnerab, security hole/flaw, critical bug, xss, sql injection, see others/another/other+data/order/invoice/account',
  renewal: 'renew, renew support, extend support, extension support, support expired/ends, buy support',
  N1: 'own module/field/plugin/code/script, write/add/build own module/plugin/field, write module/plugin, which file code/php/edit, where code, database structure, documentation api, hook, extend program/shop own',
  N2: `after our/own/my changes/modification, changed/edited/modified/deleted file/code/css/template, changed/edited/modified/deleted file/code/css/template+${BROKEN}, installed/added module/plugin/script, installed/added module/plugin/script+${BROKEN}, developer/programmer changed/broke`,
  N3: `after ${UPDATE}, after ${UPDATE}+${BROKEN}, after ${UPDATE}+shop/panel ${BROKEN}, failed ${UPDATE}, ${UPDATE} failed/broke/stopped, repair ${UPDATE}, uploaded new version+${BROKEN}`,
  N4: 'virus/malware/trojan/infected, remove virus/malware/trojan, clean+virus/malware/trojan/infected/hacked, malicious code/file, redirect+casino/spam',
  N5: 'change look/template/theme/colour/color/font/layout, move logo/button/menu/banner/search, logo/button/menu/font bigger/smaller, bigger/smaller logo/button/menu/font, want button/logo/menu, css',
  N6: 'move shop/store server/hosting, move server/hosting, new server/hosting, install again, second installation, change domain, copy shop subdomain, migrat',
  N7: `please ${UPDATE} shop/program/store, ${UPDATE} shop/store for, install ${UPDATE} for, can/could you ${UPDATE}, can/could you install ${UPDATE}/version, cost ${UPDATE}`,
  N8: 'csv/xml file, file csv/xml, check file, check csv/xml, check file csv/xml, wrong csv/xml, import csv/xml fails/stops/error, csv/xml+not import',
  N9: 'php ini, memory limit, server config, check server, php version, htaccess, hosting says/claims, error 500/502/503/504, cron, shop/site slow, timeout, ssl certificate',
  N10: `how ${UPDATE} shop/program, how ${UPDATE}, how install ${UPDATE}, help updating, ${UPDATE} myself, which file overwrite/replace+${UPDATE}, before ${UPDATE}, instructions ${UPDATE}`,
};
