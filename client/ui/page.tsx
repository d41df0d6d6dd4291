import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { type PropsWithChildren, type ReactNode, useEffect } from 'react';
import { aria } from '@/platform/aria';
import { applyChrome } from '@/platform/appearance';
import type { TabName } from '@/platform/route-table';
import { cls } from './class-names';
import { ConsentSheet } from './consent-sheet';
import { HotlineButton } from './hotline-button';
import { pageWords } from './messages';
import { NavBar } from './nav-bar';
import { NetworkNotice } from './network-notice';
import styles from './page.module.scss';
import { PrivacySheet } from './privacy-sheet';
import { TabBar } from './tab-bar';
import { useTheme } from './theme';
import { ToastHost } from './toast-host';
import { cameraColour, groundColours, heroColours, resultColours } from './tokens/chrome-colours';

type Ground = 'plain' | 'hero' | 'camera' | 'resultOk' | 'resultBad';

interface PageProps {
  title: string;
  /** Set on the four tab pages. */
  tab?: TabName;
  ground?: Ground;
  /** The one action of the screen, in a bar at the thumb; usually an `ActionBar`. */
  action?: ReactNode;
  /** False where the screen has its own call buttons (report, merchant). */
  elderCall?: boolean;
  /** True where what waits for the network is listed: then nothing leads there. */
  isQueue?: boolean;
}

function groundColour(ground: Ground, dark: boolean): string {
  if (ground === 'camera') return cameraColour;
  if (ground === 'resultOk') return resultColours.ok;
  if (ground === 'resultBad') return resultColours.bad;
  return (ground === 'hero' ? heroColours : groundColours)[dark ? 'dark' : 'light'];
}

/** Every screen's frame: theme, safe areas, title, what is true for all screens (no network, elder call button), then the content. */
export function Page({
  title,
  tab,
  ground = 'plain',
  action,
  elderCall = true,
  isQueue = false,
  children,
}: PropsWithChildren<PageProps>) {
  const { className, style, dark, elder } = useTheme();
  const lightText = dark || ground === 'camera' || ground === 'resultOk' || ground === 'resultBad';
  const colour = groundColour(ground, dark);
  const paint = () => applyChrome({ dark: lightText, title, groundColor: colour });
  useDidShow(paint);
  useEffect(paint, [lightText, title, colour]);
  const showsCall = elder && elderCall;
  // Before a camera everything is dark, whatever the theme: nothing may glare beside the picture.
  const always = ground === 'camera' && !dark && 'theme-dark';
  return (
    <View
      className={cls(className, always, styles.page, styles[ground], lightText && !dark && styles.onDark)}
      style={style}
    >
      {process.env.TARO_ENV === 'h5' && <NavBar title={title} hasBack={!tab} hasMark={tab === 'home'} />}
      <View className={styles.main} {...aria({ role: 'main' })}>
        <NetworkNotice onTab={tab !== undefined} isQueue={isQueue} />
        {children}
      </View>
      <ToastHost />
      <ConsentSheet />
      {process.env.TARO_ENV === 'weapp' && <PrivacySheet />}
      {(action !== undefined || showsCall || tab) && (
        <View className={styles.footSpace} {...aria({ role: 'region', label: pageWords.foot })}>
          <View className={styles.foot}>
            {showsCall && <HotlineButton wide />}
            {action}
            {tab && <TabBar current={tab} />}
          </View>
        </View>
      )}
    </View>
  );
}
