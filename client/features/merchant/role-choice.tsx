import { Choice } from '@/ui/choice';
import { Stack } from '@/ui/stack';
import { Words } from '@/ui/text';
import { staffWords as words } from './staff-messages';

type Role = 'clerk' | 'manager';

const options = (['clerk', 'manager'] as const).map((role) => ({ value: role, text: words.roles[role] }));

/** What somebody may do, in plain words under the choice. */
export function RoleChoice({ role, onChange }: { role: Role; onChange: (role: Role) => void }) {
  return (
    <Stack gap={2}>
      <Words size="sub" bold>
        {words.role}
      </Words>
      <Choice label={words.role} options={options} value={role} onChange={onChange} />
      <Words size="small" tone="ink2">
        {words.roleHints[role]}
      </Words>
    </Stack>
  );
}
