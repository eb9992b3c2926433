/// Decides whether a mail may be sent to its address now.
@NullMarked
package org.meetwright.server.mail.allowance;

import org.jspecify.annotations.NullMarked;
