import { invalidInput } from '../../../http/problem';
import { isCreditCode, isResidentId, normaliseResidentId } from '../../../identifiers';

export interface ClaimedIdentity {
  kind: 'person' | 'organisation';
  name: string;
  idNumber: string;
}

/** @throws Problem 422 when the number fails its own check */
export function checkedIdentity(claimed: ClaimedIdentity): ClaimedIdentity {
  const idNumber = normaliseResidentId(claimed.idNumber);
  const name = claimed.name.trim();
  if (name.length === 0)
    throw invalidInput([{ path: 'name', code: 'REQUIRED', message: '请填写证件上的姓名' }]);
  if (claimed.kind === 'person' && !isResidentId(idNumber)) {
    throw invalidInput([
      { path: 'idNumber', code: 'ID_NUMBER', message: '身份证号不对，请对照证件再看一遍' },
    ]);
  }
  if (claimed.kind === 'organisation' && !isCreditCode(idNumber)) {
    throw invalidInput([
      { path: 'idNumber', code: 'CREDIT_CODE', message: '统一社会信用代码不对，请对照执照再看一遍' },
    ]);
  }
  return { kind: claimed.kind, name, idNumber };
}
