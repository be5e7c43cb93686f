import { focusManager, onlineManager } from '@tanstack/react-query';
import Taro from '@tarojs/taro';

/** Tells the query library what a browser would tell it: when the app is in front and on a network. */
export const watchAppState = (): void => {
  focusManager.setEventListener((setFocused) => {
    const shown = () => setFocused(true);
    const hidden = () => setFocused(false);
    Taro.onAppShow(shown);
    Taro.onAppHide(hidden);
    return () => {
      Taro.offAppShow(shown);
      Taro.offAppHide(hidden);
    };
  });
  onlineManager.setEventListener((setOnline) => {
    const changed = ({ isConnected }: { isConnected: boolean }) => setOnline(isConnected);
    Taro.onNetworkStatusChange(changed);
    return () => Taro.offNetworkStatusChange(changed);
  });
};
