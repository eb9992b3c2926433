/// Changes of a host's e-mail address and password, and the mails about them.
@NullMarked
package org.meetwright.core.account;

import org.jspecify.annotations.NullMarked;
