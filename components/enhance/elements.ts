// What pages of either kind use: elements that come alive by themselves.
import './copy.js'
import './time-left.js'
import './institution.js'
import './questions.js'
