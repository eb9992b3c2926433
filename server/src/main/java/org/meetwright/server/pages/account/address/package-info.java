/// A host's e-mail address: another one is asked for, confirmed, given up.
@NullMarked
package org.meetwright.server.pages.account.address;

import org.jspecify.annotations.NullMarked;
