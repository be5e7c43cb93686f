import type { BuildFiles } from './build-files';
import { type Finding, finding } from './finding';

/** Interfaces of the place where the user is: the platform refuses those that app.json does not declare. */
export const LOCATION = [
  ...['getFuzzyLocation', 'getLocation', 'onLocationChange', 'startLocationUpdate'],
  ...['startLocationUpdateBackground', 'chooseLocation', 'choosePoi', 'chooseAddress'],
] as const;
/** Interfaces of personal data: used by an app that does not say so, they fail for every user. */
const PRIVATE = [
  ...['chooseImage', 'chooseMedia', 'chooseVideo', 'chooseMessageFile', 'saveImageToPhotosAlbum'],
  ...['saveVideoToPhotosAlbum', 'getUserProfile', 'getUserInfo', 'getRecorderManager', 'startRecord'],
  ...['joinVoIPChat', 'openBluetoothAdapter', 'addPhoneContact', 'addPhoneCalendar', 'getWeRunData'],
  ...['setClipboardData', 'getClipboardData', 'startCompass', 'startAccelerometer', 'startGyroscope'],
  ...['createCameraContext', 'createLivePusherContext'],
];

/** Declared = used. A use is `.name`; a framework's table of all names has them as texts. */
export function checkPrivateApis(build: BuildFiles): Finding[] {
  const calls = usedNames(build);
  const declared = build.app.requiredPrivateInfos ?? [];
  const found = LOCATION.flatMap((name) => {
    if (calls.has(name) === declared.includes(name)) return [];
    return declared.includes(name)
      ? [finding('private-apis', 'app.json', `requiredPrivateInfos declares ${name}, which nobody calls`)]
      : [finding('private-apis', calls.get(name) ?? '', `calls ${name}, which app.json does not declare`)];
  });
  const privacy = [...PRIVATE, ...LOCATION].find((name) => calls.has(name));
  if (privacy && build.app.__usePrivacyCheck__ !== true)
    found.push(
      finding('private-apis', 'app.json', `${privacy} is called, but __usePrivacyCheck__ is not true`),
    );
  if (!privacy && build.app.__usePrivacyCheck__ === true)
    found.push(
      finding('private-apis', 'app.json', '__usePrivacyCheck__ is true, but nothing private is called'),
    );
  return found;
}

/** Which name is used, and in which file first: called, or handed on to be called. */
function usedNames(build: BuildFiles): Map<string, string> {
  const calls = new Map<string, string>();
  for (const file of build.ending('.js'))
    for (const [, name = ''] of build.text(file).matchAll(/\.([a-zA-Z]\w+)/g))
      if (!calls.has(name)) calls.set(name, file);
  return calls;
}
