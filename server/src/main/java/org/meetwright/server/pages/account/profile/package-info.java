/// Who a host is: his name, zone, language and e-mail address.
@NullMarked
package org.meetwright.server.pages.account.profile;

import org.jspecify.annotations.NullMarked;
