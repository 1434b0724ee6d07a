import { useTranslation } from 'react-i18next';
import type { BoardView } from '#lib/contracts';
import { useTitle } from '../i18n/texts.js';
import { Icon } from '../look/icon.js';
import { groupAwards, padded, scaleOf } from './board-rows.js';

/** The first five units. */
export function Teams({ view }: { view: BoardView }) {
  const { t } = useTranslation('board');
  const title = useTitle();
  return (
    <div className="team">
      <h2 className="lab"><b>{t('teams')}</b>{title(view.teamRule)}</h2>
      {view.teams.length === 0 ? <p className="no-rows">{t('noTeams')}</p> : (
        <ol className="tl">
          {view.teams.slice(0, 5).map((team, index) => <li key={index}><p className="n"><b>{team.rank}</b><span>{title(team.unit)}</span></p><p className="s">{team.total}<span className="z">{title(team.zone)}</span></p></li>)}
        </ol>
      )}
    </div>
  );
}

/** After the contest: who won. Gold is for this alone. */
export function Awards({ view }: { view: BoardView }) {
  const { t } = useTranslation('board');
  const title = useTitle();
  const [first, ...others] = view.awards;
  const scale = scaleOf(view.awards.map(({ value }) => value));
  return (
    <>
      <h2 className="lab"><Icon name="medal" />{t('awards')}</h2>
      {first && <div className="winner"><p className="aw"><Icon name="cup" />{title(first.title)}</p><p className="nm"><b>{first.name ?? title(first.unit)}</b></p>{first.name && <p className="wu">{title(first.unit)}</p>}{first.value !== null && <p className="wv">{padded(first.value, scale)}</p>}</div>}
      <dl className="aw-list">
        {groupAwards(others).map((group) => (
          <div key={group.key}>
            <dt className="aw"><Icon name={group.awards[0]?.kind === 'winning_unit' ? 'cup' : 'medal'} />{title(group.awards[0]?.title)}</dt>
            {group.awards.map((award, index) => <dd key={index}><b>{award.name ?? title(award.unit)}</b>{award.name && <span className="wu">{title(award.unit)}</span>}<span className="wv">{award.value === null ? '' : padded(award.value, scale)}</span></dd>)}
          </div>
        ))}
      </dl>
    </>
  );
}
