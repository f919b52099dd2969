package book

// schema is the version of the layout. A store of a newer one is refused.
const schema = 17

// Schema is the version of the layout that this program writes.
func Schema() int { return schema }
