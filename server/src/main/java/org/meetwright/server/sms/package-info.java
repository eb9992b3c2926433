/// Reminds invitees by SMS, through an HTTP gateway.
@NullMarked
package org.meetwright.server.sms;

import org.jspecify.annotations.NullMarked;
