import { Tabs } from 'antd';
import { hasRole, useSession } from '../../shell/session.js';
import { PageHead } from '../parts/page-head.js';
import { useListState } from '../parts/list-state.js';
import { useWords } from '../parts/words.js';
import { GrantsTab } from './grants-tab.js';
import { PeopleTab } from './people-tab.js';
import { ZonesTab } from './zones-tab.js';

/** People and units: who they are, how they are grouped, and who may do what. */
export function PeoplePage() {
  const { t } = useWords();
  const state = useListState();
  const session = useSession();
  const tab = state.get('tab') ?? 'people';
  const grants = hasRole(session, 'system_admin', 'security_admin', 'audit_admin') ? [{ key: 'grants', label: t('peoplePage.tab.grants'), children: <GrantsTab /> }] : [];
  return (
    <div className="pg org">
      <PageHead title={t('peoplePage.title')} />
      <Tabs activeKey={tab} destroyOnHidden onChange={(key) => state.set({ tab: key === 'people' ? null : key, q: null, sort: null, unit: null })} items={[
        { key: 'people', label: t('peoplePage.tab.people'), children: <PeopleTab /> },
        { key: 'zones', label: t('peoplePage.tab.zones'), children: <ZonesTab /> },
        ...grants,
      ]} />
    </div>
  );
}
