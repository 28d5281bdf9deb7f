import common from './en/common.json'
import labels from './en/labels.json'
import layout from './en/layout.json'
import rules from './en/rules.json'
import ui from './en/ui.json'

/** Every visible word in English; one file for each part of the site, its name the first part of each key. */
export const english = { ...common, ...labels, ...layout, ...rules, ...ui }
