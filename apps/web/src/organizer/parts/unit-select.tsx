import { Select } from 'antd';

/** One of the units a person may make things for. */
export function UnitSelect({ id, value, onChange, options, status = '' }: { id?: string; value: string; onChange: (id: string) => void; options: { value: string; label: string }[]; status?: 'error' | '' }) {
  return <Select id={id} className="org-wide" status={status} value={value || null} onChange={(next) => onChange(next ?? '')} options={options} showSearch={{ optionFilterProp: 'label' }} />;
}
