import { View } from '@tarojs/components';
import { aria } from '@/platform/aria';
import { goTo } from '@/platform/routes';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Icon } from '@/ui/icon/icon';
import { Tag } from '@/ui/tag';
import { Heading, Words } from '@/ui/text';
import type { Account } from '../../../bff/features/account/contract';
import { profileWords } from './messages';
import styles from './profile-head.module.scss';

/** Who is logged in, as the server masks it. */
export function ProfileHead({ account }: { account: Account }) {
  const { nameMasked, phoneMasked, level } = account;
  return (
    <View className={styles.head}>
      <View className={styles.avatar}>
        {nameMasked ? nameMasked.slice(0, 1) : <Icon name="user" size="l" />}
      </View>
      <View className={styles.words}>
        <Heading>{nameMasked ?? profileWords.someone}</Heading>
        {phoneMasked && (
          <Words size="sub" tone="ink2">
            {phoneMasked}
          </Words>
        )}
      </View>
      {level === 'senior' ? (
        <Tag tone="warm" icon="star">
          {profileWords.senior}
        </Tag>
      ) : (
        <Tag>{profileWords.basic}</Tag>
      )}
    </View>
  );
}

/** As large as what is coming, so that nothing below it moves. */
export function ProfileSkeleton() {
  return (
    <View className={styles.head} {...aria({ role: 'status', label: profileWords.loading, busy: true })}>
      <View className={styles.avatar} />
      <View className={styles.words}>
        <View className={styles.nameComing} />
        <View className={styles.phoneComing} />
      </View>
    </View>
  );
}

export function VisitorHead() {
  return (
    <Card>
      <View className={styles.visitor}>
        <Heading size="head">{profileWords.notSignedIn}</Heading>
        <Words size="sub" tone="ink2">
          {profileWords.loginHint}
        </Words>
      </View>
      <Button wide onTap={() => goTo('account/login')}>
        {profileWords.login}
      </Button>
    </Card>
  );
}
