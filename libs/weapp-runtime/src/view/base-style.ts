/** How the built-in components look before the app's own styles: the platform's defaults that layouts rely on. */
export const BASE_STYLE = `
html { touch-action: pan-x pan-y; }
html, body { margin: 0; padding: 0; min-height: 100%; font-size: 16px; line-height: 1.5; color: #000;
  font-family: -apple-system, system-ui, "Noto Sans CJK SC", sans-serif; -webkit-text-size-adjust: 100%; }
html[wxr-refreshing]::before { content: "•••"; display: block; line-height: 50px; text-align: center; color: #888; }
body { overflow-x: hidden; position: relative; -webkit-tap-highlight-color: transparent; }
wx-page-root { display: contents; }
wx-view, wx-cover-view, wx-form, wx-swiper-item, wx-radio-group, wx-checkbox-group, wx-navigator, wx-picker,
wx-root-portal, wx-match-media, wx-page-container, wx-label-block { display: block; }
wx-text { display: inline; white-space: pre-wrap; }
wx-label { display: inline-block; }
[wxr-hidden] { display: none !important; }
wx-image { display: inline-block; overflow: hidden; width: 320px; height: 240px; position: relative; }
wx-image > img { display: block; width: 100%; height: 100%; }
wx-button { display: block; position: relative; box-sizing: border-box; margin: 0 auto; padding: 0 14px;
  font-size: 18px; line-height: 2.55555556; text-align: center; border-radius: 5px; overflow: hidden;
  color: #000; background-color: #f8f8f8; user-select: none; }
wx-button[size="mini"] { display: inline-block; padding: 0 1.32em; font-size: 13px; line-height: 2.3; }
wx-button[type="primary"] { color: #fff; background-color: #07c160; }
wx-button[type="warn"] { color: #fff; background-color: #e64340; }
wx-button.wx-disabled { color: rgba(0,0,0,.3); }
wx-input { display: block; height: 1.4rem; min-height: 1.4rem; line-height: 1.4rem; overflow: hidden; }
wx-input > input { display: block; width: 100%; height: 100%; }
wx-textarea { display: block; position: relative; width: 300px; height: 150px; }
wx-textarea > textarea { display: block; width: 100%; height: 100%; resize: none; }
wx-input > input, wx-textarea > textarea { border: 0; padding: 0; margin: 0; outline: 0; background: none;
  font: inherit; color: inherit; text-align: inherit; box-sizing: border-box; letter-spacing: inherit; }
wx-scroll-view { display: block; width: 100%; overflow: hidden; -webkit-overflow-scrolling: touch; }
wx-swiper { display: flex; position: relative; height: 150px; overflow: hidden; }
wx-swiper > * { flex: 0 0 100%; width: 100%; height: 100%; overflow: hidden; }
wx-switch, wx-checkbox, wx-radio { display: inline-flex; align-items: center; }
wx-switch > i { width: 52px; height: 32px; border-radius: 16px; background: #dfdfdf; display: inline-block; }
wx-switch > i::after { content: ""; display: block; width: 30px; height: 30px; margin: 1px; border-radius: 15px; background: #fff; }
wx-switch[aria-checked="true"] > i { background: #04be02; }
wx-switch[aria-checked="true"] > i::after { transform: translateX(20px); }
wx-checkbox > i, wx-radio > i { width: 22px; height: 22px; margin-right: 5px; border: 1px solid #d1d1d1; background: #fff; display: inline-block; }
wx-radio > i { border-radius: 50%; }
wx-checkbox[aria-checked="true"] > i, wx-radio[aria-checked="true"] > i { background: #09bb07; }
wx-slider { display: block; touch-action: pan-y; margin: 10px 18px; padding: 12px 0; }
wx-slider > i { display: block; height: 2px; background: #e9e9e9; position: relative; }
wx-slider > i > b { position: absolute; top: -13px; width: 28px; height: 28px; margin-left: -14px; border-radius: 50%; background: #fff; box-shadow: 0 0 4px rgba(0,0,0,.3); }
wx-progress { display: flex; align-items: center; }
wx-progress > i { flex: 1; height: 6px; background: #ebebeb; }
wx-progress > i > b { display: block; height: 100%; background: #09bb07; }
wx-rich-text { display: block; }
wx-icon { display: inline-block; width: 23px; height: 23px; }
wx-movable-area { display: block; position: relative; width: 10px; height: 10px; }
wx-movable-view { display: inline-block; position: absolute; top: 0; left: 0; width: 10px; height: 10px; touch-action: none; transform-origin: center; }
wx-picker-view { display: flex; overflow: hidden; }
wx-picker-view-column { display: block; flex: 1; height: 100%; overflow: hidden; touch-action: none; }
wx-picker-view-column > * { display: block; height: 34px; line-height: 34px; overflow: hidden; text-align: center; }
wx-canvas { display: block; position: relative; width: 300px; height: 150px; overflow: hidden; }
wx-canvas > canvas { width: 100%; height: 100%; display: block; }
wx-video, wx-map, wx-camera, wx-live-player { display: inline-block; width: 300px; height: 225px; background: #222; }
.wxr-sheet { position: fixed; left: 0; right: 0; bottom: 0; z-index: 99999; background: #fff; box-shadow: 0 -2px 12px rgba(0,0,0,.2); }
.wxr-sheet > header { display: flex; justify-content: space-between; padding: 12px 16px; border-bottom: 1px solid #eee; }
.wxr-sheet > div { display: flex; height: 240px; }
.wxr-sheet ul { flex: 1; margin: 0; padding: 0; overflow-y: auto; list-style: none; text-align: center; }
.wxr-sheet li { line-height: 40px; color: #888; }
.wxr-sheet li[aria-selected="true"] { color: #000; font-weight: 600; }
`;
