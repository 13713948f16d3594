"""The page at the desk (``hegao serve``): drafts dropped into a browser on this machine, checked in processes of their own.

``desk_process`` is what runs apart, ``worker_pool`` keeps such processes, ``gate`` stands before the pages, ``desk_app`` are the pages.
"""
