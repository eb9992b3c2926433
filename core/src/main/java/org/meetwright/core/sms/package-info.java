/// Reminders by SMS, as they wait in the outbox.
@NullMarked
package org.meetwright.core.sms;

import org.jspecify.annotations.NullMarked;
