import type { NewEvent } from '#lib/events/schema'

/**
 * The example conference: the public facts of a conference of 2025 (title, host, programme, number of people, types, themes), with the
 * dates moved into the near future. What the public report does not state (city's venue, hours, limits of registration) is made up for the example.
 */
export function exampleEvent(hostId: string, now: Date): NewEvent {
  const startsOn = wednesdayAfter(now, 75)
  return {
    slug: 'europe-central-asia',
    isExample: true,
    startsOn: iso(startsOn),
    endsOn: iso(new Date(startsOn.getTime() + DAY_MS)),
    timeZone: 'Asia/Bishkek',
    opensAt: new Date(now.getTime() - 30 * DAY_MS),
    // The end of the day in Bishkek (UTC+6), two weeks before.
    closesAt: new Date(startsOn.getTime() - 14 * DAY_MS + 18 * HOUR_MS - 60_000),
    defaultLocale: 'en',
    countryCode: 'KG',
    hostId,
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
        practical: `### Languages
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
        practical: `### Языки
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
      ru: `Это уведомление о персональных данных примерного мероприятия. Настоящее напишет организатор.

**Кто** хранит ваши данные: организатор мероприятия. **Зачем**: чтобы провести мероприятие, связаться с вами и показать программе-донору, кто участвовал. **Что именно**: то, что вы указали в форме, и время регистрации, изменений и отмены.

**Как долго**: имя, организация и факт участия хранятся пять лет после мероприятия как подтверждение для донора; электронный адрес и телефон — 90 дней.

**Ваши права**: вы можете увидеть, исправить и отозвать свои данные — по личной ссылке или написав организатору.`,
    },
  }
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
