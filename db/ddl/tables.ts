/** Every table, for the generator of migrations alone: the application imports the family it needs. */
import * as answers from '#db/schema/answers'
import * as attendees from '#db/schema/attendees'
import * as audit from '#db/schema/audit'
import * as auth from '#db/schema/auth'
import * as codes from '#db/schema/codes'
import * as countries from '#db/schema/countries'
import * as events from '#db/schema/events'
import * as files from '#db/schema/files'
import * as forms from '#db/schema/forms'
import * as handovers from '#db/schema/handovers'
import * as institutions from '#db/schema/institutions'
import * as invitations from '#db/schema/invitations'
import * as mailings from '#db/schema/mailings'
import * as merges from '#db/schema/merges'
import * as outbox from '#db/schema/outbox'
import * as seats from '#db/schema/seats'

export const tables = {
  ...countries,
  ...institutions,
  ...events,
  ...forms,
  ...codes,
  ...attendees,
  ...files,
  ...answers,
  ...merges,
  ...invitations,
  ...handovers,
  ...seats,
  ...auth,
  ...audit,
  ...mailings,
  ...outbox,
}
