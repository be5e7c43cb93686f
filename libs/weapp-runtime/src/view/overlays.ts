import type { Fields } from '../protocol';

const STYLE = `
.wxr-veil { position: fixed; inset: 0; z-index: 10; background: rgba(0,0,0,.5); display: flex; align-items: center; justify-content: center; }
.wxr-dialog { width: 300px; background: #fff; border-radius: 12px; text-align: center; overflow: hidden; }
.wxr-dialog h2 { font-size: 17px; margin: 24px 20px 8px; } .wxr-dialog p { margin: 8px 20px 24px; color: #555; white-space: pre-wrap; }
.wxr-dialog footer { display: flex; border-top: 1px solid #eee; } .wxr-dialog footer button { flex: 1; height: 56px; border: 0; background: none; font-size: 17px; }
.wxr-dialog input { width: 240px; height: 32px; margin-bottom: 20px; }
.wxr-sheet { position: absolute; left: 0; right: 0; bottom: 0; background: #fff; border-radius: 12px 12px 0 0; }
.wxr-sheet button { display: block; width: 100%; height: 56px; border: 0; border-top: 1px solid #eee; background: none; font-size: 17px; }
.wxr-toast { position: fixed; z-index: 11; left: 50%; top: 45%; transform: translate(-50%, -50%); max-width: 60%; padding: 12px 16px; border-radius: 8px; background: rgba(76,76,76,.95); color: #fff; text-align: center; pointer-events: none; }
.wxr-preview span { position: absolute; bottom: 24px; color: #fff; }
.wxr-preview img, .wxr-preview video { max-width: 100%; max-height: 90%; }
`;

const SWIPE = 30;

let isStyled = false;
function add(className: string): HTMLElement {
  if (!isStyled) {
    const style = document.createElement('style');
    style.textContent = STYLE;
    document.head.append(style);
    isStyled = true;
  }
  const made = document.createElement('div');
  made.className = className;
  document.body.append(made);
  return made;
}

const child = (parent: HTMLElement, tag: string, text = ''): HTMLElement => {
  const made = document.createElement(tag);
  made.textContent = text;
  parent.append(made);
  return made;
};

let toast: HTMLElement | undefined;
let toastTimer: ReturnType<typeof setTimeout> | undefined;

function hideToast(): Fields {
  toast?.remove();
  toast = undefined;
  clearTimeout(toastTimer);
  return {};
}

function showToast(text: string, forMs: number | undefined, mask: boolean): Fields {
  hideToast();
  toast = add('wxr-toast');
  toast.textContent = text;
  toast.setAttribute('role', 'status');
  if (mask) toast.style.pointerEvents = 'auto';
  if (forMs !== undefined) toastTimer = setTimeout(hideToast, forMs);
  return {};
}

function showModal(params: Fields): Promise<Fields> {
  const veil = add('wxr-veil');
  const dialog = child(veil, 'div');
  dialog.className = 'wxr-dialog';
  dialog.setAttribute('role', 'dialog');
  if (params.title) child(dialog, 'h2', String(params.title));
  if (params.content && params.editable !== true) child(dialog, 'p', String(params.content));
  const field = params.editable === true ? (child(dialog, 'input') as HTMLInputElement) : undefined;
  if (field) {
    field.value = String(params.content);
    field.placeholder = String(params.placeholderText);
  }
  const footer = child(dialog, 'footer');
  return new Promise((resolve) => {
    const answer = (confirm: boolean) => () => {
      veil.remove();
      resolve({ confirm, cancel: !confirm, content: confirm && field ? field.value : null });
    };
    if (params.showCancel === true)
      child(footer, 'button', String(params.cancelText)).addEventListener('click', answer(false));
    child(footer, 'button', String(params.confirmText)).addEventListener('click', answer(true));
  });
}

function showActionSheet({ itemList, alertText }: Fields): Promise<Fields> {
  const veil = add('wxr-veil');
  const sheet = child(veil, 'div');
  sheet.className = 'wxr-sheet';
  sheet.setAttribute('role', 'dialog');
  if (alertText) child(sheet, 'p', String(alertText));
  return new Promise((resolve, reject) => {
    (itemList as string[]).forEach((text, tapIndex) => {
      child(sheet, 'button', text).addEventListener('click', () => {
        veil.remove();
        resolve({ tapIndex });
      });
    });
    child(sheet, 'button', '取消').addEventListener('click', () => {
      veil.remove();
      reject(new Error('cancel'));
    });
  });
}

const toAddress = (source: unknown): string =>
  String(source).startsWith('wxfile://') ? `/file/${encodeURIComponent(String(source))}` : String(source);

/** The user leaves a preview by a tap on it and turns it by a swipe; the call itself succeeds when it is shown. */
function preview(sources: { url: string; type: string }[], first: number): Fields {
  const veil = add('wxr-veil wxr-preview');
  veil.setAttribute('role', 'dialog');
  veil.setAttribute('aria-label', '图片预览');
  let [at, from] = [first, 0];
  const show = (): void => {
    const source = sources[at];
    const shown = document.createElement(source?.type === 'video' ? 'video' : 'img');
    shown.src = toAddress(source?.url);
    veil.replaceChildren(shown);
    child(veil, 'span', `${at + 1}/${sources.length}`);
  };
  veil.addEventListener('touchstart', (event) => (from = event.touches[0]?.clientX ?? 0));
  veil.addEventListener('touchend', (event) => {
    const moved = (event.changedTouches[0]?.clientX ?? from) - from;
    if (Math.abs(moved) < SWIPE) return;
    at = Math.min(sources.length - 1, Math.max(0, at + (moved < 0 ? 1 : -1)));
    show();
  });
  veil.addEventListener('click', () => veil.remove());
  show();
  return {};
}

function previewImage({ urls, current }: Fields): Fields {
  const list = urls as string[];
  const first = typeof current === 'number' ? current : list.indexOf(String(current));
  return preview(
    list.map((url) => ({ url, type: 'image' })),
    Math.max(0, first),
  );
}

const previewMedia = ({ sources, current }: Fields): Fields =>
  preview(
    (sources as { url: string; type?: string }[]).map(({ url, type = 'image' }) => ({ url, type })),
    Number(current ?? 0),
  );

let clipboard = '';

/** What the platform draws over the pages. */
export const overlayApis: Record<string, (params: Fields) => Promise<Fields> | Fields> = {
  showToast: ({ title, duration, mask }) => showToast(String(title), Number(duration ?? 1500), mask === true),
  hideToast,
  showLoading: ({ title, mask }) => showToast(String(title), undefined, mask === true),
  hideLoading: hideToast,
  showModal,
  showActionSheet,
  previewImage,
  previewMedia,
  openSetting: async () => {
    await showModal({ title: '设置', content: '', showCancel: false, confirmText: '完成' });
    return {};
  },
  askSubscription: () =>
    showModal({
      title: '申请发送订阅消息',
      content: '',
      showCancel: true,
      cancelText: '取消',
      confirmText: '允许',
    }),
  askPrivacy: () =>
    showModal({
      title: '用户隐私保护提示',
      content: '使用前请阅读并同意《小程序隐私保护指引》',
      showCancel: true,
      cancelText: '拒绝',
      confirmText: '同意',
    }),
  setClipboardData: ({ data }) => {
    clipboard = String(data);
    return showToast('内容已复制', 1500, false);
  },
  getClipboardData: () => ({ data: clipboard }),
  makePhoneCall: async ({ phoneNumber }) => {
    const { confirm } = await showModal({
      title: '',
      content: String(phoneNumber),
      showCancel: true,
      cancelText: '取消',
      confirmText: '呼叫',
    });
    if (confirm !== true) throw new Error('cancel');
    return {};
  },
};
