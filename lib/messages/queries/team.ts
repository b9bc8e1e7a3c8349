import 'server-only'
import { and, desc, eq, inArray, lte, sql } from 'drizzle-orm'
import { createTranslator } from 'next-intl'
import { db } from '#db/client'
import { auditEntries } from '#db/schema/audit'
import { admins, memberships, users } from '#db/schema/auth'
import { outbox } from '#db/schema/outbox'
import { teamToken } from '#lib/auth/link'
import { cameSince } from '#lib/auth/queries'
import { env } from '#lib/env'
import { instant, offset } from '#lib/format'
import { DEFAULT_LOCALE, isLocale, type Locale } from '#lib/i18n/locales'
import { messagesIn } from '#lib/i18n/messages'
import type { Mail } from '#lib/mail/transport'
import type { Letter } from '#lib/messages/policy/letter'
import { teamLinkUntil } from '#lib/messages/policy/team-link'
import { dressed } from '#lib/messages/queries/dressed'
import { eventOfLetter } from '#lib/messages/queries/event'

/** Asks somebody to work on an event, or tells who does already of another role there; null when the role was taken away before the letter went. */
export async function composeTeam(id: string): Promise<Mail | null> {
  const to = await readerOf(id)
  if (!to) return null
  const locale: Locale = isLocale(to.locale) ? to.locale : DEFAULT_LOCALE
  const event = await eventOfLetter(to.eventId, locale)
  if (!event) return null
  const t = createTranslator({ locale, messages: messagesIn(locale), namespace: 'mail.team' })
  const { when, where, accent, timeZone } = event
  const until = teamLinkUntil(to.createdAt)
  const words = {
    event: event.title.text,
    by: (await whoAsked(to)) ?? 'nobody',
    email: to.email,
    until: instant(until, timeZone, locale),
    zone: offset(timeZone, until),
  }
  const news = Number(to.came) === 1 ? 'changed' : 'invited'
  const direct = to.signedIn === null && to.adminSince === null
  const letter: Letter = {
    subject: t(`${news}.subject`, words),
    headline: t(`${news}.headline`),
    locale,
    event: { title: event.title.text, lang: event.title.lang, when, where, accent },
    body: '',
    notes: [
      t(`${news}.${to.role}`, words),
      t(`may.${to.role}`),
      ...(news === 'invited' ? [t(direct ? 'how.first' : 'how.again', words)] : []),
    ],
    link: {
      label: t('link'),
      url: `${env().url}${news === 'invited' ? `/team/${teamToken(id)}` : `/desk/${event.slug}`}`,
    },
    facts: [],
    closing: [t(`${news}.closing`)],
  }
  const replyTo = event.contactEmail && { replyTo: event.contactEmail }
  return { id, to: to.email, ...dressed(letter), ...replyTo }
}

type Reader = NonNullable<Awaited<ReturnType<typeof readerOf>>>

async function readerOf(id: string) {
  const [row] = await db()
    .select({
      userId: users.id,
      email: users.email,
      signedIn: users.emailVerified,
      adminSince: admins.since,
      eventId: memberships.eventId,
      role: memberships.role,
      came: sql<number>`case when ${cameSince(memberships.userId, memberships.eventId, memberships.since)} then 1 else 0 end`,
      locale: outbox.locale,
      createdAt: outbox.createdAt,
    })
    .from(outbox)
    .innerJoin(users, eq(users.id, outbox.userId))
    .innerJoin(
      memberships,
      and(
        eq(memberships.userId, users.id),
        eq(memberships.eventId, outbox.eventId),
        lte(memberships.since, outbox.createdAt),
      ),
    )
    .leftJoin(admins, eq(admins.userId, users.id))
    .where(eq(outbox.id, id))
  return row
}

/** Who gave the role, or sent the invitation again: the act that put the letter into the outbox. Null for the command line. */
async function whoAsked({ userId, eventId, createdAt }: Reader): Promise<string | null> {
  const [act] = await db()
    .select({ name: users.name, email: users.email })
    .from(auditEntries)
    .leftJoin(users, and(eq(users.id, auditEntries.actorId), eq(auditEntries.actorKind, 'user')))
    .where(
      and(
        eq(auditEntries.subjectId, userId),
        eq(auditEntries.eventId, eventId),
        inArray(auditEntries.verb, ['user.grant', 'team.resend']),
        lte(auditEntries.at, createdAt),
      ),
    )
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(1)
  return act?.name || act?.email || null
}
