import { openTab, type Tab } from '../routes';
import { titles } from '../titles.zh';
import { Icon, type IconName } from './Icon';
import { Press, Text } from './primitives';
import { ui } from './shared.zh';

const TABS: { tab: Tab; icon: IconName }[] = [
  { tab: 'home', icon: 'home' },
  { tab: 'mistakes', icon: 'book' },
  { tab: 'me', icon: 'person' },
];

/** H5 only; the mini-program has WeChat's. Below on a phone, at the side of a wide screen. */
export const TabBar = ({ current }: { current: Tab }) => (
  <nav className="tabbar" aria-label={ui.tabs}>
    {TABS.map(({ tab, icon }) => (
      <Press
        key={tab}
        className={`tabbar-tab ${tab === current ? 'is-current' : ''}`}
        current={tab === current}
        onPress={() => openTab(tab)}
      >
        <Icon name={icon} />
        <Text className="tabbar-text">{titles[tab]}</Text>
      </Press>
    ))}
  </nav>
);
