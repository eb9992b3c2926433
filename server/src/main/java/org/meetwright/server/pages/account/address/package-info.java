/// Requesting, confirming and discarding another e-mail address.
@NullMarked
package org.meetwright.server.pages.account.address;

import org.jspecify.annotations.NullMarked;
