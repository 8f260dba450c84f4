import type * as pl from '../pl/scope-signs.ts';

/** Topics outside support and their signs, as in Polish. */
export const scopeSigns: typeof pl.scopeSigns = {
  N8: {
    strong: 'check file csv/xml, check csv/xml, wrong file csv/xml, wrong csv/xml',
    weak: 'csv/xml file, file csv/xml, import stops/fails, not import',
  },
  N6: { strong: 'move shop/store server/hosting, move server/hosting, install again, second installation' },
  N1: { strong: 'own module, own field, write module', weak: 'which file, where code, save database' },
  N5: {
    strong: 'change look/template/theme',
    weak: 'want button/logo/menu, logo bigger/smaller, css',
  },
  N4: { strong: 'remove virus/malware/trojan, infected', weak: 'virus/malware/trojan, clean files/server/shop' },
  N9: { strong: 'php ini, memory limit, server config', weak: 'php version, htaccess, hosting says' },
  N7: { strong: 'please update shop/program, install update for, update shop for' },
  N3: {
    strong: 'failed update, update failed, repair update',
    weak: 'after update/updating, uploaded new version, over/via ftp',
  },
  N10: { strong: 'how update shop/program, help updating' },
};
