import { View } from '@tarojs/components';
import { goTo } from '@/platform/routes';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Icon } from '@/ui/icon/icon';
import { Tag } from '@/ui/tag';
import { Heading, Words } from '@/ui/text';
import type { Account } from '../../../bff/features/account/contract';
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
        <Heading>{nameMasked ?? '车主'}</Heading>
        {phoneMasked && (
          <Words size="sub" tone="ink2">
            {phoneMasked}
          </Words>
        )}
      </View>
      {level === 'senior' ? (
        <Tag tone="warm" icon="star">
          高级会员
        </Tag>
      ) : (
        <Tag>普通会员</Tag>
      )}
    </View>
  );
}

export function VisitorHead() {
  return (
    <Card>
      <View className={styles.visitor}>
        <Heading size="head">还没有登录</Heading>
        <Words size="sub" tone="ink2">
          登录后能看保单、理赔进展和您的券。
        </Words>
      </View>
      <Button wide onTap={() => goTo('account/login')}>
        登录
      </Button>
    </Card>
  );
}
