/// What is told by SMS, as it waits in the outbox.
@NullMarked
package org.meetwright.core.sms;

import org.jspecify.annotations.NullMarked;
