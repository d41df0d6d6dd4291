import { Text, View } from '@tarojs/components';
import { brand } from '@/platform/brand';
import { goTo } from '@/platform/routes';
import { Agreement } from '@/ui/agreement';
import { Button } from '@/ui/button';
import { wordsOf } from '@/ui/failure-words';
import { Icon } from '@/ui/icon/icon';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { Pressable } from '@/ui/pressable';
import { Heading, Words } from '@/ui/text';
import { Tile } from '@/ui/tile';
import type { DocumentName } from '../../documents';
import { loginWords, loginPageWords } from '../../messages';
import { PhoneForm } from '../../phone-form';
import { loginIds, useLogin, wechatCanTell } from '../../use-login';
import styles from './index.module.scss';

/** What is collected and why stands above the button; leaving without logging in is possible. */
export default function LoginPage() {
  const login = useLogin();
  return (
    <Page title={loginPageWords.login} ground="hero">
      <View className={styles.head}>
        <View className={styles.mark}>
          <Icon name="shield" size="l" />
        </View>
        <Heading>{loginWords.title(brand.product)}</Heading>
        <Words size="sub" tone="ink2">
          {loginWords.lead(brand.insurer)}
        </Words>
      </View>
      <View className={styles.reasons}>
        {loginWords.reasons.map(({ icon, title, detail }) => (
          <View key={title} className={styles.reason}>
            <Tile icon={icon} />
            <View className={styles.why}>
              <View className={styles.reasonTitle}>{title}</View>
              <View className={styles.detail}>
                <Words size="sub" tone="ink2">
                  {detail}
                </Words>
              </View>
            </View>
          </View>
        ))}
      </View>
      <View className={styles.foot}>
        <View id={loginIds.form}>{login.byTyping && <PhoneForm login={login} />}</View>
        <View id={loginIds.agreement} className={styles.agreement}>
          <Problem login={login} />
          <Agreement checked={login.agreed} onChange={login.setAgreed} label={loginPageWords.agreeLabel}>
            {loginPageWords.agreeLead}
            <DocumentLink name="terms" text={loginPageWords.terms} />
            {loginPageWords.and}
            <DocumentLink name="privacy" text={loginPageWords.privacy} />
          </Agreement>
        </View>
        <Ways login={login} />
        <Button kind="text" onTap={login.lookAround}>
          {loginPageWords.lookAround}
        </Button>
      </View>
    </Page>
  );
}

function DocumentLink({ name, text }: { name: DocumentName; text: string }) {
  return (
    <Pressable role="link" className={styles.link} onTap={() => void goTo('account/document', { name })}>
      <Text>{text}</Text>
    </Pressable>
  );
}

type Login = ReturnType<typeof useLogin>;

function Problem({ login: { wrong, failure, note } }: { login: Login }) {
  if (wrong.agreement) return <Notice tone="due">{wrong.agreement}</Notice>;
  if (note) return <Notice tone="grey">{note}</Notice>;
  if (!failure) return null;
  if (failure.kind === 'refused') return <Notice tone="bad">{failure.detail}</Notice>;
  if (failure.kind === 'uncertain') return <Notice tone="due">{loginPageWords.networkLost}</Notice>;
  const { title, detail } = wordsOf(failure);
  return (
    <Notice tone="due">
      {title}。{detail}
    </Notice>
  );
}

/** One filled button: by one tap in WeChat, else by phone and code. */
function Ways({ login }: { login: Login }) {
  if (login.byTyping) {
    return (
      <>
        <Button wide busyText={loginPageWords.loggingIn} onTap={login.logIn}>
          {loginPageWords.login}
        </Button>
        {wechatCanTell && (
          <Button wide kind="ghost" onTap={login.useWechat}>
            {loginPageWords.otherWechat}
          </Button>
        )}
      </>
    );
  }
  return (
    <>
      {login.agreed ? (
        <Button
          wide
          icon="chat"
          openType="getPhoneNumber"
          onGetPhoneNumber={({ detail }) => void login.logInThroughWechat(detail.code)}
        >
          {loginPageWords.wechat}
        </Button>
      ) : (
        <Button wide icon="chat" onTap={login.askAgreement}>
          {loginPageWords.wechat}
        </Button>
      )}
      <Button wide kind="ghost" onTap={login.typeInstead}>
        {loginPageWords.byPhone}
      </Button>
    </>
  );
}
