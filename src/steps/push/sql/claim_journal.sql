UPDATE journal SET portal = coalesce(?1, portal), key_property = coalesce(key_property, ?2)
