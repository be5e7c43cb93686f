import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { wccIsMissing } from '../check/templates';
import { type BrokenBuild, edit, GREET, inHome } from './broken-builds';

const inApp = (line: string) => (dir: string) => edit(dir, 'app.json', '"pages": [', `${line}, "pages": [`);
const TAB = '{ "pagePath": "pages/second", "text": "Second tab" }';

/** Planted where there is a wcc to refuse it. */
const REFUSED_BY_WCC: BrokenBuild = {
  name: 'expression that only wcc refuses',
  by: /^wcc: /m,
  plant: (dir) => edit(dir, 'pages/second.wxml', '<import', '<view>{{ a + }}</view><import'),
};

/** Each is a fault that shows in the files alone, and that a walk may never come to. */
export const UNSOUND_BUILDS: BrokenBuild[] = [
  {
    name: 'private interface that is not declared',
    by: /^private-apis: pages\/home\.js: calls getLocation, which app\.json does not declare/m,
    plant: inHome(GREET, `if (this.isLost) wx.getLocation({}); ${GREET}`),
  },
  {
    name: 'private interface that is declared and not used',
    by: /^private-apis: app\.json: requiredPrivateInfos declares getLocation, which nobody calls/m,
    plant: inApp('"requiredPrivateInfos": ["getLocation"]'),
  },
  {
    name: 'photos without the privacy guideline',
    by: /^private-apis: app\.json: chooseMedia is called, but __usePrivacyCheck__ is not true/m,
    plant: (dir) => edit(dir, 'app.json', '"__usePrivacyCheck__": true', '"__usePrivacyCheck__": false'),
  },
  {
    name: 'script of another sub-package',
    by: /^requires: sub\/pages\/detail\.js: "\.\.\/\.\.\/extra\/words" lies in the sub-package extra/m,
    plant: (dir) =>
      edit(
        dir,
        'sub/pages/detail.js',
        "require('../own')",
        "require('../own') || require('../../extra/words')",
      ),
  },
  {
    name: 'picture of a style over http',
    by: /^http: app\.wxss: http:\/\/pictures\.example\/paper\.png has to be https/m,
    plant: (dir) =>
      edit(dir, 'app.wxss', 'background: #fbfaf6', 'background: url(http://pictures.example/paper.png)'),
  },
  {
    name: 'newer grammar',
    by: /^language: pages\/home\.js: SyntaxError/m,
    plant: inHome(GREET, `this.later = () => 0; ${GREET}`),
  },
  {
    name: 'look behind in a text',
    by: /^language: pages\/home\.js: a look behind/m,
    plant: inHome(GREET, `this.pattern = new RegExp('(?<=a)b'); ${GREET}`),
  },
  {
    name: 'console.log left in',
    by: /^console: pages\/home\.js: console\.log/m,
    plant: inHome(GREET, `console.log(this.name); ${GREET}`),
  },
  {
    name: 'tab in a sub-package',
    by: /^pages: sub\/pages\/detail: is a tab and lies in a sub-package/m,
    plant: (dir) => edit(dir, 'app.json', TAB, TAB.replace('pages/second', 'sub/pages/detail')),
  },
  {
    name: 'tab icon over 40 KB',
    by: /^sizes: icon\.png: 41\.0 KB/m,
    plant: (dir) => {
      writeFileSync(path.join(dir, 'icon.png'), Buffer.alloc(41 * 1024));
      edit(
        dir,
        'app.json',
        TAB,
        TAB.replace('{', '{ "iconPath": "icon.png", "selectedIconPath": "icon.png",'),
      );
    },
  },
  ...(wccIsMissing() ? [] : [REFUSED_BY_WCC]),
];
