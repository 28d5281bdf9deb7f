import agreements from './en/agreements.json'
import attention from './en/attention.json'
import charts from './en/charts.json'
import common from './en/common.json'
import labels from './en/labels.json'
import layout from './en/layout.json'
import ledger from './en/ledger.json'
import measures from './en/measures.json'
import parties from './en/parties.json'
import reports from './en/reports.json'
import pages from './en/pages.json'
import rules from './en/rules.json'
import ui from './en/ui.json'
import users from './en/users.json'

/** Every visible word in English; one file for each part of the site, its name the first part of each key. */
export const english = {
  ...agreements,
  ...attention,
  ...charts,
  ...common,
  ...labels,
  ...layout,
  ...ledger,
  ...measures,
  ...parties,
  ...reports,
  ...pages,
  ...rules,
  ...ui,
  ...users,
}
