import accounts from './en/accounts.json'
import agreements from './en/agreements.json'
import aims from './en/aims.json'
import api from './en/api.json'
import attention from './en/attention.json'
import audit from './en/audit.json'
import brief from './en/brief.json'
import calendar from './en/calendar.json'
import bodies from './en/bodies.json'
import charts from './en/charts.json'
import cite from './en/cite.json'
import common from './en/common.json'
import days from './en/days.json'
import compare from './en/compare.json'
import drafts from './en/drafts.json'
import embed from './en/embed.json'
import errors from './en/errors.json'
import evidence from './en/evidence.json'
import exchange from './en/exchange.json'
import forms from './en/forms.json'
import feeds from './en/feeds.json'
import home from './en/home.json'
import filing from './en/filing.json'
import implementability from './en/implementability.json'
import labels from './en/labels.json'
import layout from './en/layout.json'
import ledger from './en/ledger.json'
import mail from './en/mail.json'
import measures from './en/measures.json'
import method from './en/method.json'
import observations from './en/observations.json'
import pages from './en/pages.json'
import pair from './en/pair.json'
import paper from './en/paper.json'
import parties from './en/parties.json'
import reports from './en/reports.json'
import revisions from './en/revisions.json'
import rules from './en/rules.json'
import search from './en/search.json'
import tracks from './en/tracks.json'
import ui from './en/ui.json'
import users from './en/users.json'

/** Every visible word in English; one file for each part of the site, its name the first part of each key. */
export const english = {
  ...accounts,
  ...agreements,
  ...aims,
  ...api,
  ...attention,
  ...audit,
  ...brief,
  ...calendar,
  ...bodies,
  ...charts,
  ...cite,
  ...common,
  ...days,
  ...compare,
  ...drafts,
  ...embed,
  ...errors,
  ...evidence,
  ...exchange,
  ...forms,
  ...feeds,
  ...home,
  ...filing,
  ...implementability,
  ...labels,
  ...layout,
  ...ledger,
  ...mail,
  ...measures,
  ...method,
  ...observations,
  ...pages,
  ...pair,
  ...paper,
  ...parties,
  ...reports,
  ...revisions,
  ...rules,
  ...search,
  ...tracks,
  ...ui,
  ...users,
}
