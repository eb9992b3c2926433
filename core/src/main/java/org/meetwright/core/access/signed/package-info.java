/// The installation's key, and the tokens that are signed with it: links, forms, cookies.
@NullMarked
package org.meetwright.core.access.signed;

import org.jspecify.annotations.NullMarked;
