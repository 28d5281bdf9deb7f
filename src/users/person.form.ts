import { type Fields, first } from '../lib/fields'

// What was typed about a person, as the schemas take it and as a refused form shows it again.

export const typedDuties = (fields: Fields) => ({
  roles: [...(fields['roles'] ?? [])],
  party: first(fields, 'party'),
})

export const typedPerson = (fields: Fields) => ({
  email: first(fields, 'email'),
  name: first(fields, 'name'),
  organisation: first(fields, 'organisation'),
  ...typedDuties(fields),
})
