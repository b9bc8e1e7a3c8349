/** Closed vocabularies. No imports: this is the one db file the browser may load. */

export const EVENT_STATUSES = ['draft', 'published', 'archived'] as const

/** `pending` waits for a decision; `offered` holds a seat until the offer expires. */
export const ATTENDEE_STATUSES = ['pending', 'confirmed', 'offered', 'waiting', 'declined', 'cancelled'] as const
export type AttendeeStatus = (typeof ATTENDEE_STATUSES)[number]

/** What a pool may apply to. `option` is an answer to a question of the form, `code` a code that an organization was given. */
export const POOL_SUBJECTS = ['event', 'type', 'institution', 'country', 'option', 'code'] as const
export type PoolSubject = (typeof POOL_SUBJECTS)[number]

export const INSTITUTION_STATUSES = ['active', 'proposed', 'retired'] as const
export type InstitutionStatus = (typeof INSTITUTION_STATUSES)[number]

export const INSTITUTION_NAME_KINDS = ['official', 'alias', 'acronym'] as const
export type InstitutionNameKind = (typeof INSTITUTION_NAME_KINDS)[number]

export const IDENTIFIER_SCHEMES = ['ror', 'oid', 'pic', 'erasmus', 'schac', 'domain'] as const
export type IdentifierScheme = (typeof IDENTIFIER_SCHEMES)[number]

/** Where a line of the registry comes from: curated by hand, the list of e-mail domains, ROR, staff, somebody who registered. */
export const REGISTRY_SOURCES = ['curated', 'domains', 'ror', 'staff', 'participant'] as const
export type RegistrySource = (typeof REGISTRY_SOURCES)[number]

/** What staff decided about an institution, so that no import undoes it. */
export const OVERRIDE_FIELDS = ['name', 'city', 'country', 'status', 'dropped-name', 'dropped-identifier'] as const
export type OverrideField = (typeof OVERRIDE_FIELDS)[number]

export const CONSENT_PURPOSES = ['privacy', 'participant_list', 'question'] as const

export const ROLES = ['organizer', 'staff'] as const
export type Role = (typeof ROLES)[number]

export const ACTOR_KINDS = ['anonymous', 'participant', 'user', 'system'] as const

export const MESSAGE_KINDS = [
  'received',
  'unconfirmed',
  'confirmed',
  'waiting',
  'promoted',
  'moved-to-waiting',
  'offered',
  'offer-expired',
  'declined',
  'cancelled',
  'invitation',
  'handover',
  'handed-over',
  'handover-ended',
  'changed',
  'event-changed',
  'event-cancelled',
  'reminder',
  'mailing',
  'earlier',
  'team',
  'link',
  'sign-in',
] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

/** `stopped` was taken back by somebody before it was sent. */
export const OUTBOX_STATUSES = ['queued', 'sending', 'sent', 'retry', 'failed', 'stopped'] as const
export type OutboxStatus = (typeof OUTBOX_STATUSES)[number]

export const FUNDERS = ['eu-funded', 'eu-co-funded'] as const

export const LIST_VISIBILITIES = ['nobody', 'participants', 'public'] as const

/** What a question of a form asks for. `one` and `list` choose one option, as buttons or from a list; `travel` is an arrival or a departure. */
export const QUESTION_KINDS = [
  'short',
  'long',
  'number',
  'yes-no',
  'one',
  'several',
  'list',
  'date',
  'time',
  'travel',
  'phone',
  'country',
  'institution',
  'url',
  'file',
  'picture',
  'consent',
] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

/** When a section is asked: with the registration itself, or on the own page once the place is secured. */
export const FORM_STAGES = ['registration', 'afterwards'] as const
export type FormStage = (typeof FORM_STAGES)[number]

/** What kind of personal data an answer is, which decides who reads it and how long it is kept. */
export const DATA_CLASSES = ['identity', 'contact', 'logistics', 'sensitive'] as const
export type DataClass = (typeof DATA_CLASSES)[number]

export const FILE_PURPOSES = ['answer', 'cover'] as const

export type ListVisibility = (typeof LIST_VISIBILITIES)[number]

/** How a free place gets to those who wait: at once, as an offer that holds it for a while, or by an organizer's hand. */
export const WAITING_MODES = ['automatic', 'offers', 'manual'] as const
export type WaitingMode = (typeof WAITING_MODES)[number]

export const OFFER_OUTCOMES = ['accepted', 'declined', 'expired', 'withdrawn'] as const
export type OfferOutcome = (typeof OFFER_OUTCOMES)[number]

export const INVITATION_OUTCOMES = ['accepted', 'declined', 'expired', 'withdrawn'] as const
export type InvitationOutcome = (typeof INVITATION_OUTCOMES)[number]
