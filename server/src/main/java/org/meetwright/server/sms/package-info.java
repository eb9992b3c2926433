/// Reminds invitees by SMS, through a gateway that takes HTTP.
@NullMarked
package org.meetwright.server.sms;

import org.jspecify.annotations.NullMarked;
