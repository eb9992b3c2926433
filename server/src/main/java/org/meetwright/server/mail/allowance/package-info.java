/// How much mail goes to one address.
@NullMarked
package org.meetwright.server.mail.allowance;

import org.jspecify.annotations.NullMarked;
