/// The mails about a host's account.
@NullMarked
package org.meetwright.server.mail.account;

import org.jspecify.annotations.NullMarked;
