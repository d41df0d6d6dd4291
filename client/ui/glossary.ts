/**
 * The words of the trade in one place. A word in `glossary` may stand on a screen, and a tap on that screen gives its sentence (`Term`, `TermRow`).
 * A word in `plainInstead` never reaches a screen: there is a word people know. config/check/trade-words.ts holds both to it.
 */
export const glossary: Readonly<Record<string, string>> = {
  投保人: '买这份保险、交保费的人，可以更改保单。',
  被保险人: '受这份保单保障的人，出险后有权申请赔款。',
  保险人: '承担赔偿的保险公司。',
  承保机构: '出这份保单、负责赔款的分公司。',
  交强险: '国家规定每辆车都要买的保险，赔事故里的对方，不赔自己的车。',
  商业险: '自己愿意买的保险，补上交强险不赔和赔不够的部分。',
  第三者: '这次事故里受到损失的对方，不包括您自己车上的人。',
  责任限额: '这一项最多赔的钱，超过的部分由您自己出。',
  赔偿限额: '这一项最多赔的钱，超过的部分由您自己出。',
  保险金额: '这一项最多赔的钱。',
  免赔额: '不管损失多少，这部分由您自己出。',
  免赔率: '算好赔款后，按这个比例由您自己出一部分。',
  车上人员: '出险时坐在您车里的人，包括驾驶人。',
  增值服务特约: '保险之外附带的服务，例如道路救援、代驾。',
  退保: '提前结束保单，退回还没用完那段时间的保费。',
  互碰自赔: '两车相撞、都有责任、都没人受伤、损失都不大时，各自找自己的保险公司赔，不用等对方。',
  代位: '对方该赔却不赔时，我们先赔给您，再替您向对方要钱。',
  重复保险: '同一辆车在两家买了同样的保险，两家合起来赔，不会赔两份。',
};

/** What every driver says: it may stand without its sentence, which is found where the policy is. */
export const everydayTerms: readonly string[] = ['交强险', '商业险'];

/** What the house says among itself, and what it says to a customer instead. */
export const plainInstead: Readonly<Record<string, string>> = {
  立案: '已受理',
  理算: '计算赔款',
  核赔: '审核赔款',
  核损: '确定损失金额',
  定损: '确定损失金额',
  复勘: '再看一次车',
  调度: '安排查勘员',
  单证: '材料',
  抄件: '保单内容',
  批单: '保单变更记录',
  批改: '变更保单',
  销案: '撤回报案',
  拒赔: '这次不赔',
  结案: '已办完',
  出单: '保单生效',
  核保: '审核投保',
  标的车: '您的车',
  三者车: '对方的车',
};

/** Longest first, so that a longer word is not taken for the shorter one inside it. */
const terms = Object.keys(glossary).sort((one, other) => other.length - one.length);

/** The words of the trade in a text, in the order of the glossary, each once. */
export function termsIn(text: string): string[] {
  let rest = text;
  const found = terms.filter((term) => {
    if (!rest.includes(term)) return false;
    rest = rest.split(term).join(' ');
    return true;
  });
  return Object.keys(glossary).filter((term) => found.includes(term));
}
