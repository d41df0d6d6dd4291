import { Stack } from '@/ui/stack';
import { Words } from '@/ui/text';
import { CheckRow } from './check-row';
import { staffWords as words } from './staff-messages';

interface StorePicksProps {
  stores: readonly { id: string; name: string }[];
  picked: readonly string[];
  onChange: (picked: string[]) => void;
}

/** Where somebody works: one box a store. */
export function StorePicks({ stores, picked, onChange }: StorePicksProps) {
  const toggle = (id: string, on: boolean) =>
    onChange(on ? [...picked, id] : picked.filter((one) => one !== id));
  return (
    <Stack gap={1}>
      <Words size="sub" bold>
        {words.stores}
      </Words>
      {stores.map(({ id, name }) => (
        <CheckRow key={id} text={name} checked={picked.includes(id)} onChange={(on) => toggle(id, on)} />
      ))}
      {picked.length === 0 && (
        <Words size="small" tone="ink2">
          {words.pickStore}
        </Words>
      )}
    </Stack>
  );
}
