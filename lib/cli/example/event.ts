import type { IdentifierScheme } from '#db/enums'
import type { NewEvent } from '#lib/events/schema/new-event'
import { weekdays } from '#lib/format'
import type { Locale } from '#lib/i18n/locales'

/**
 * The example conference: the public facts of a conference of 2025 (title, host, programme, number of people, types, themes), with the
 * dates moved into the near future. What the public report does not state (city's venue, programme, partners, limits of registration) is made
 * up for the example, and the page says so.
 */
export function exampleEvent(hostId: string, now: Date, partnerIds: string[] = []): NewEvent {
  const startsOn = wednesdayAfter(now, 75)
  const days = [startsOn, new Date(startsOn.getTime() + DAY_MS)] as const
  return {
    slug: 'europe-central-asia',
    isExample: true,
    startsOn: iso(startsOn),
    endsOn: iso(days[1]),
    // As its programme below, which is made up.
    startTime: '09:00',
    endTime: '17:00',
    timeZone: 'Asia/Bishkek',
    opensAt: new Date(now.getTime() - 30 * DAY_MS),
    // The end of the day in Bishkek (UTC+6), two weeks before.
    closesAt: new Date(startsOn.getTime() - 14 * DAY_MS + 18 * HOUR_MS - 60_000),
    defaultLocale: 'en',
    countryCode: 'KG',
    hostId,
    partnerIds,
    contactEmail: 'conference@serai.example',
    funder: 'eu-funded',
    programme: 'Erasmus+',
    listVisibility: 'participants',
    capacity: 50,
    texts: {
      en: {
        title: 'Strengthening University Collaboration Between Europe and Central Asia',
        subtitle: 'Expanding Opportunities through Joint Programs, Research and Mobility',
        city: 'Bishkek',
        venue: 'International Higher School of Medicine',
        lead: 'Two days for university faculty, researchers, Erasmus+ National Offices and policymakers from five Central Asian countries and Europe, to find partners and plan joint work.',
        about: `About fifty people, one shared programme, and time each day kept free for meeting one another.

- Mobility
- Capacity building
- Joint academic initiatives
- Sustainability
- Digitalization
- Public health`,
        outline: `The public report of the conference gives neither hours nor partners: those on this page are made up as an example.

### ${dayIn('en', days[0])}
- 09:00 Registration and tea · Foyer
- 10:00 Opening · Main hall
- 10:30 Mobility: what students and staff need before they travel · Main hall
- 12:30 Lunch
- 14:00 Capacity building: projects that outlast their funding · Main hall
- 15:30 Joint academic initiatives: degrees, courses, supervision · Main hall
- 17:00 Time to meet one another · Foyer

### ${dayIn('en', days[1])}
- 09:30 Digitalization: records and credits across borders · Main hall
- 11:00 Sustainability on campus and in the curriculum · Main hall
- 12:30 Lunch
- 14:00 Public health: joint research · Main hall
- 15:30 Next steps: partners and plans · Main hall
- 16:30 Closing · Main hall`,
        practical: `### Getting there
Bishkek’s airport is Manas (FRU), about 25\u00a0km from the city.

### Languages
English and Russian.

### Visa and invitation letter
If you need a letter, ask for it after your place is confirmed.`,
      },
      ru: {
        title: 'Укрепление сотрудничества университетов Европы и Центральной Азии',
        subtitle: 'Расширение возможностей через совместные программы, исследования и мобильность',
        city: 'Бишкек',
        venue: 'Международная высшая школа медицины',
        lead: 'Два дня для преподавателей и исследователей университетов, национальных офисов Erasmus+ и тех, кто определяет политику в сфере образования, — из пяти стран Центральной Азии и из Европы: найти партнёров и спланировать общую работу.',
        about: `Около пятидесяти участников, единая программа и время каждый день, чтобы познакомиться друг с другом.

- Мобильность
- Развитие потенциала
- Совместные академические инициативы
- Устойчивое развитие
- Цифровизация
- Общественное здоровье`,
        outline: `В открытом отчёте о конференции нет ни расписания, ни партнёров: на этой странице они приведены для примера.

### ${dayIn('ru', days[0])}
- 09:00 Регистрация и чай · Фойе
- 10:00 Открытие · Главный зал
- 10:30 Мобильность: что нужно студентам и преподавателям до поездки · Главный зал
- 12:30 Обед
- 14:00 Развитие потенциала: проекты, которые живут дольше финансирования · Главный зал
- 15:30 Совместные академические инициативы: программы, курсы, научное руководство · Главный зал
- 17:00 Время для знакомств · Фойе

### ${dayIn('ru', days[1])}
- 09:30 Цифровизация: документы и зачётные единицы без границ · Главный зал
- 11:00 Устойчивое развитие: кампус и учебные планы · Главный зал
- 12:30 Обед
- 14:00 Общественное здоровье: совместные исследования · Главный зал
- 15:30 Следующие шаги: партнёры и планы · Главный зал
- 16:30 Закрытие · Главный зал`,
        practical: `### Как добраться
Аэропорт Бишкека — «Манас» (FRU), около 25\u00a0км от города.

### Языки
Английский и русский.

### Виза и приглашение
Если вам нужно приглашение, попросите о нём после подтверждения участия.`,
      },
    },
    types: [
      { en: 'University faculty', ru: 'Преподаватель университета' },
      { en: 'Researcher', ru: 'Исследователь' },
      { en: 'Erasmus+ National Office representative', ru: 'Представитель национального офиса Erasmus+' },
      { en: 'Higher education policymaker', ru: 'Представитель органа управления высшим образованием' },
    ],
    notice: {
      en: `This is the privacy notice of an example event. An organizer writes the real one.

**Who** keeps your data: the organizer of this event. **What for**: to run the event, to reach you about it, and to show the funder who took part. **What**: what you enter in the form, and when you registered, changed or cancelled.

**How long**: your name, institution and attendance are kept for five years after the event, as evidence for the funder; your e-mail address and telephone number for 90 days after it.

**Your rights**: you may see, correct and take back what you gave. Your private link lets you do so; or write to the organizer.`,
      ru: `Это уведомление о персональных данных для мероприятия-примера. Настоящее напишет организатор.

**Кто** хранит ваши данные: организатор мероприятия. **Зачем**: чтобы провести мероприятие, связаться с вами и показать финансирующей программе, кто участвовал. **Что именно**: то, что вы указали в форме, и время регистрации, изменений и отмены.

**Как долго**: имя, организация и факт участия хранятся пять лет после мероприятия как подтверждение для этой программы; электронный адрес и телефон — 90 дней.

**Ваши права**: вы можете увидеть, исправить и отозвать свои данные — по личной ссылке или написав организатору.`,
    },
  }
}

/** Partners made up for the example, one a country, by an identifier that the starter registry knows. */
export const EXAMPLE_PARTNERS: [scheme: IdentifierScheme, value: string][] = [
  ['ror', '03q0vrn42'],
  ['domain', 'tajmedun.tj'],
  ['ror', '05atctj59'],
  ['domain', 'nuu.uz'],
  ['ror', '03nadee84'],
]

/** `Wednesday, 23 April`, `Среда, 23 апреля`. */
function dayIn(locale: Locale, day: Date): string {
  const weekday = weekdays(iso(day), iso(day), locale).first
  const date = day.toLocaleDateString(locale === 'en' ? 'en-GB' : locale, {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  return `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)}, ${date}`
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const iso = (day: Date) => day.toISOString().slice(0, 10)

/** Midnight (UTC) of the first Wednesday at least so many days ahead. */
function wednesdayAfter(now: Date, days: number): Date {
  const day = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + days))
  day.setUTCDate(day.getUTCDate() + ((3 - day.getUTCDay() + 7) % 7))
  return day
}
