/// Formatting and sending of mails: MIME (RFC 5322, RFC 2045), SMTP (RFC 5321), or files.
@NullMarked
package org.meetwright.server.mail.sending;

import org.jspecify.annotations.NullMarked;
