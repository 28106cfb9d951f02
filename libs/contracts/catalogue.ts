// Loads every declaration of events, so that `eventKinds` knows them all. Whoever stores, sends or reads events of any service imports this once.
import './audit.events.js';
import './campaign.events.js';
import './channel.events.js';
import './employment.events.js';
import './group.events.js';
import './intake.events.js';
import './partner.events.js';
import './policy.events.js';
import './project.events.js';
import './resolution.events.js';
import './routing.events.js';
import './session.events.js';
import './staff.events.js';
import './supervision.events.js';
import './tribunal.events.js';
import './warning.events.js';
