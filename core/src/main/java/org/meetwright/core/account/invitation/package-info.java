/// Invitations of people who are no hosts yet: a mailed link with which they become one.
@NullMarked
package org.meetwright.core.account.invitation;

import org.jspecify.annotations.NullMarked;
