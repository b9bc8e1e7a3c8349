// What a page that stands without the framework's script uses. The draft comes first: the institution shows what it put back.
import './draft.js'
import './submit.js'
import './dock.js'
import './seen.js'
import './elements.js'
