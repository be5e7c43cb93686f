import type { Fields } from '../../protocol';
import { ApiFailure, invoke, post } from '../bridge';
import { askBeforeLeaving, topPage } from '../router';
import { asyncApi, check, forwarded } from './api';
import { asGesture } from './gesture';

const refresh = (isRunning: boolean): void => {
  const page = topPage();
  if (page) post(page.webviewId, { kind: 'refresh', isRunning });
};

export const interactionApis = {
  showToast: forwarded('showToast', { title: 'String' }),
  hideToast: forwarded('hideToast'),
  showLoading: forwarded('showLoading', { title: 'String' }),
  hideLoading: forwarded('hideLoading'),
  showModal: asyncApi('showModal', (options) => {
    const { title, content, showCancel, cancelText, confirmText, editable, placeholderText } = options;
    for (const [name, text] of Object.entries({ cancelText, confirmText }))
      if (typeof text === 'string' && [...text].length > 4)
        throw new ApiFailure(`${name} length should not larger than 4 Chinese characters`);
    return asGesture(
      invoke('showModal', {
        title: title ?? '',
        content: content ?? '',
        showCancel: showCancel !== false,
        cancelText: cancelText ?? '取消',
        confirmText: confirmText ?? '确定',
        editable: editable === true,
        placeholderText: placeholderText ?? '',
      }),
    );
  }),
  showActionSheet: asyncApi('showActionSheet', (options) => {
    check(options, { itemList: 'Array' });
    const { itemList, alertText } = options as { itemList: string[]; alertText?: string };
    if (itemList.length < 1 || itemList.length > 6)
      throw new ApiFailure('parameter error: itemList should not be larger than 6 or empty');
    return asGesture(invoke('showActionSheet', { itemList, alertText: alertText ?? '' }));
  }),
  pageScrollTo: asyncApi('pageScrollTo', (options) => {
    const page = topPage();
    if (page)
      post(page.webviewId, {
        kind: 'scrollTo',
        top: Number(options.scrollTop ?? 0),
        selector: String(options.selector ?? ''),
        offsetTop: Number(options.offsetTop ?? 0),
        durationMs: Number(options.duration ?? 300),
      });
  }),
  startPullDownRefresh: asyncApi('startPullDownRefresh', () => refresh(true)),
  stopPullDownRefresh: asyncApi('stopPullDownRefresh', () => refresh(false)),
  hideKeyboard: forwarded('hideKeyboard'),
  enableAlertBeforeUnload: asyncApi('enableAlertBeforeUnload', (options) => {
    check(options, { message: 'String' });
    askBeforeLeaving(String(options.message));
  }),
  disableAlertBeforeUnload: asyncApi('disableAlertBeforeUnload', () => askBeforeLeaving(undefined)),
  showShareMenu: asyncApi('showShareMenu', () => undefined),
  hideShareMenu: asyncApi('hideShareMenu', () => undefined),
  setBackgroundColor: asyncApi('setBackgroundColor', () => undefined),
  setBackgroundTextStyle: asyncApi('setBackgroundTextStyle', () => undefined),
  loadFontFace: asyncApi('loadFontFace', async (options: Fields) => {
    check(options, { family: 'String', source: 'String' });
    const { family, source, desc, global = false } = options;
    try {
      return await invoke('loadFontFace', { family, source, desc: desc ?? {}, global });
    } catch (failure) {
      const reason = failure instanceof ApiFailure ? failure.reason : String(failure);
      throw new ApiFailure(reason, undefined, { status: 'error' });
    }
  }),
};
