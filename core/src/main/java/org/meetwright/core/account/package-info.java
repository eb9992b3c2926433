/// Changes of what a host signs in with, his e-mail address and his password, and the mails that go
/// with them.
@NullMarked
package org.meetwright.core.account;

import org.jspecify.annotations.NullMarked;
