import type { PropsWithChildren } from 'hono/jsx'
import type { Problem } from '../../src/messages/problem'
import { useT, type Words } from './words'

/** What every control of a form is given. */
export interface Asking {
  name: string
  label: string
  hint?: string
  /** All problems of the form; the control finds its own. */
  problems?: readonly Problem[]
  optional?: boolean
  /** Where the same name occurs more than once; else the name itself. */
  id?: string
}

export const fieldId = (name: string): string => `field-${name.replace(/[^a-zA-Z0-9_-]+/g, '-')}`

export const problemOf = (t: Words, problems: readonly Problem[] | undefined, id: string): string | null => {
  const found = problems?.find(({ field }) => field === id)
  return found ? t(found.message, found.values) : null
}

/** The attributes that tie a control to its label, hint and problem. */
export function useControl({ name, id = name, hint, problems, optional }: Asking) {
  const problem = problemOf(useT(), problems, id)
  const field = fieldId(id)
  const described = [hint ? `${field}-hint` : '', problem ? `${field}-problem` : ''].filter(Boolean)
  return {
    id: field,
    name,
    required: !optional,
    'aria-invalid': problem ? 'true' : undefined,
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
  }
}

export function ProblemText({ id, problem }: { id: string; problem: string | null }) {
  const t = useT()
  if (problem === null) return null
  return (
    <p class="problem" id={`${id}-problem`}>
      {t.rich('ui.problem', { problem, mark: (words) => <span class="hidden">{words}</span> })}
    </p>
  )
}

export function LabelWords({ label, optional }: { label: string; optional?: boolean | undefined }) {
  const t = useT()
  if (!optional) return <>{label}</>
  return <>{t.rich('ui.optional', { label, mark: (words) => <span class="optional">{words}</span> })}</>
}

/** One labelled control with its hint and its problem. */
export function Field({
  name,
  id = name,
  label,
  hint,
  problems,
  optional,
  children,
}: PropsWithChildren<Asking>) {
  const problem = problemOf(useT(), problems, id)
  const field = fieldId(id)
  return (
    <div class={problem ? 'field wrong' : 'field'}>
      <label for={field}>
        <LabelWords label={label} optional={optional} />
      </label>
      {hint ? (
        <p class="hint" id={`${field}-hint`}>
          {hint}
        </p>
      ) : null}
      <ProblemText id={field} problem={problem} />
      {children}
    </div>
  )
}
