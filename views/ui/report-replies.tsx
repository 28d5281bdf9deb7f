import { type Reply, replySourceOf } from '../../src/replies/reply'
import { paths } from '../../src/paths'
import { Go } from './asked'
import { InstantText } from './day'
import { nameOf, type Names } from './names'
import { REPLY_SOURCE_WORDS } from './source'
import { Told } from './told'
import { RecordedLine, WithdrawnBanner } from './withdrawn'
import { useT } from './words'

function ReplyItem({ reply, names, mayWithdraw }: { reply: Reply; names: Names; mayWithdraw: boolean }) {
  const t = useT()
  return (
    <li id={`reply-${reply.id}`} class="reply">
      <p>
        {t.rich('ui.reply_by', {
          party: nameOf(names, reply.party),
          at: <InstantText at={reply.recordedAt} />,
          who: (words) => <b class="who">{words}</b>,
        })}
      </p>
      {reply.withdrawn ? <WithdrawnBanner withdrawn={reply.withdrawn} names={names} /> : null}
      <div class={reply.withdrawn ? 'struck' : undefined}>
        <Told text={reply.text} />
      </div>
      <small class="facts">
        <span>{t(REPLY_SOURCE_WORDS[replySourceOf(reply)])}</span>
        <RecordedLine thing={reply} />
        {mayWithdraw ? <Go href={paths.withdrawReply(reply.id)}>{t('ui.withdraw_reply')}</Go> : null}
      </small>
    </li>
  )
}

interface Props {
  /** Oldest first. */
  replies: readonly Reply[]
  names: Names
  /** The ids of those that the viewer may withdraw. */
  mayWithdraw: readonly string[]
}

/** What parties answered to a report. */
export function Replies({ replies, names, mayWithdraw }: Props) {
  const t = useT()
  if (replies.length === 0) return null
  return (
    <ul class="replies" aria-label={t('ui.replies_heading', { count: replies.length })}>
      {replies.map((reply) => (
        <ReplyItem reply={reply} names={names} mayWithdraw={mayWithdraw.includes(reply.id)} />
      ))}
    </ul>
  )
}
