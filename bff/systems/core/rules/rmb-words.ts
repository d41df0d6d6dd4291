const digits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const places = ['', '拾', '佰', '仟'];
const groups = ['', '万', '亿'];

/** Four digits of a number in capitals; inner zeros are said once. */
function groupWords(group: number): string {
  let words = '';
  let zero = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(group / 10 ** place) % 10;
    if (digit === 0) {
      zero = words !== '';
      continue;
    }
    words += `${zero ? digits[0] : ''}${digits[digit]}${places[place]}`;
    zero = false;
  }
  return words;
}

function wholeWords(yuan: number): string {
  let words = '';
  for (let index = groups.length - 1; index >= 0; index -= 1) {
    const group = Math.floor(yuan / 10_000 ** index) % 10_000;
    if (group === 0) continue;
    const gap = words !== '' && group < 1_000;
    words += `${gap ? digits[0] : ''}${groupWords(group)}${groups[index]}`;
  }
  return words;
}

/** Money as a policy schedule writes it out (人民币大写), so that no digit can be added. */
export function rmbWords(amountFen: number): string {
  const yuan = Math.floor(amountFen / 100);
  const jiao = Math.floor(amountFen / 10) % 10;
  const fen = amountFen % 10;
  const whole = yuan > 0 ? `${wholeWords(yuan)}元` : '';
  if (jiao === 0 && fen === 0) return `${whole || '零元'}整`;
  const zero = jiao === 0 && yuan > 0 ? digits[0] : '';
  const small = `${jiao > 0 ? `${digits[jiao]}角` : zero}${fen > 0 ? `${digits[fen]}分` : '整'}`;
  return `${whole}${small}`;
}
