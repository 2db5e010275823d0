/**
 * Files that strangers send: what kind each is, whether it is whole, how large its picture is, the picture itself; and
 * the entries of a ZIP. Every length and offset in them is taken for a lie until checked. Plain Java: imports nothing of
 * the product, no database and no HTTP.
 */
package org.doubtless.pool.files;
